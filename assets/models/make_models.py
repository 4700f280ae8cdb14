#!/usr/bin/env python3
"""Writes the things for scale: haul_truck, shovel, headframe, person. Run in this folder; the output is the same
on every run. Lengths in metres, Z up and +Y ahead here; glTF has Y up and looks along +Z."""
import base64
import json
import math
import struct

COLORS = {
    "yellow": (0.86, 0.62, 0.10), "dark": (0.10, 0.10, 0.11), "grey": (0.42, 0.44, 0.46), "glass": (0.20, 0.30, 0.36),
    "steel": (0.55, 0.57, 0.58), "red": (0.62, 0.20, 0.14), "white": (0.90, 0.90, 0.88), "concrete": (0.66, 0.65, 0.62),
    "vest": (0.95, 0.45, 0.08), "navy": (0.12, 0.16, 0.26), "skin": (0.70, 0.52, 0.40), "roof": (0.35, 0.42, 0.45),
}


class Model:
    def __init__(self):
        self.parts = {}

    def face(self, color, points):
        """A flat polygon, anticlockwise from outside."""
        triangles = self.parts.setdefault(color, [])
        for k in range(2, len(points)):
            triangles.append((points[0], points[k - 1], points[k]))

    def prism(self, color, outline, extrude):
        """`outline` anticlockwise as seen against `extrude`."""
        top = [tuple(p + e for p, e in zip(point, extrude)) for point in outline]
        self.face(color, top)
        self.face(color, outline[::-1])
        for k in range(len(outline)):
            n = (k + 1) % len(outline)
            self.face(color, [outline[k], outline[n], top[n], top[k]])

    def box(self, color, low, high):
        (x0, y0, z0), (x1, y1, z1) = low, high
        self.prism(color, [(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)], (0, 0, z1 - z0))

    def side(self, color, x0, x1, profile):
        """A profile in (y, z), anticlockwise as seen from +X, from x0 to x1."""
        self.prism(color, [(x0, y, z) for y, z in profile], (x1 - x0, 0, 0))

    def wheel(self, color, x0, x1, y, z, radius, sides=16):
        self.side(color, x0, x1, [(y + radius * math.cos(2 * math.pi * k / sides),
                                   z + radius * math.sin(2 * math.pi * k / sides)) for k in range(sides)])

    def beam(self, color, a, b, width):
        """A square bar from a to b."""
        d = [q - p for p, q in zip(a, b)]
        length = math.sqrt(sum(c * c for c in d))
        d = [c / length for c in d]
        h = (1, 0, 0) if abs(d[0]) < 0.9 else (0, 1, 0)
        u = [d[1] * h[2] - d[2] * h[1], d[2] * h[0] - d[0] * h[2], d[0] * h[1] - d[1] * h[0]]
        size = math.sqrt(sum(c * c for c in u))
        u = [c / size for c in u]
        v = [d[1] * u[2] - d[2] * u[1], d[2] * u[0] - d[0] * u[2], d[0] * u[1] - d[1] * u[0]]
        w = width / 2
        corner = lambda s, t: tuple(p + w * (s * x + t * y) for p, x, y in zip(a, u, v))
        self.prism(color, [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)],
                   tuple(q - p for p, q in zip(a, b)))

    def round(self, color, center, radius, height, sides=12, top=1.0):
        """An upright drum or cone."""
        x, y, z = center
        ring = [(math.cos(2 * math.pi * k / sides), math.sin(2 * math.pi * k / sides)) for k in range(sides)]
        low = [(x + radius * c, y + radius * s, z) for c, s in ring]
        high = [(x + top * radius * c, y + top * radius * s, z + height) for c, s in ring]
        self.face(color, high)
        self.face(color, low[::-1])
        for k in range(sides):
            n = (k + 1) % sides
            self.face(color, [low[k], low[n], high[n], high[k]])

    def write(self, name):
        data, views, accessors, materials, primitives = b"", [], [], [], []
        for color, triangles in self.parts.items():
            points, normals = [], []
            for triangle in triangles:
                a, b, c = [(p[0], p[2], -p[1]) for p in triangle]
                u, v = [q - p for p, q in zip(a, b)], [q - p for p, q in zip(a, c)]
                n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
                size = math.sqrt(sum(x * x for x in n)) or 1.0
                points += [a, b, c]
                normals += [tuple(x / size for x in n)] * 3
            first = len(accessors)
            for values, bounded in ((points, True), (normals, False)):
                views.append({"buffer": 0, "byteOffset": len(data), "byteLength": 12 * len(values), "target": 34962})
                accessor = {"bufferView": len(views) - 1, "componentType": 5126, "count": len(values), "type": "VEC3"}
                raw = [struct.unpack("<3f", struct.pack("<3f", *p)) for p in values]
                if bounded:
                    accessor["min"] = [min(p[k] for p in raw) for k in range(3)]
                    accessor["max"] = [max(p[k] for p in raw) for k in range(3)]
                accessors.append(accessor)
                data += b"".join(struct.pack("<3f", *p) for p in values)
            primitives.append({"attributes": {"POSITION": first, "NORMAL": first + 1}, "material": len(materials)})
            materials.append({"name": color, "pbrMetallicRoughness": {
                "baseColorFactor": [*COLORS[color], 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.9}})
        gltf = {"asset": {"version": "2.0", "generator": "assets/models/make_models.py of Adit",
                          "copyright": "the authors of Adit, under Adit's licence"},
                "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 0, "name": name}],
                "meshes": [{"name": name, "primitives": primitives}], "materials": materials, "accessors": accessors,
                "bufferViews": views, "buffers": [{"byteLength": len(data), "uri":
                    "data:application/octet-stream;base64," + base64.b64encode(data).decode()}]}
        with open(name + ".gltf", "w", encoding="ascii") as file:
            json.dump(gltf, file, separators=(",", ":"))
            file.write("\n")


def haul_truck():
    """A rigid truck for 220 t: 13.0 long, 7.3 wide, 6.6 high."""
    m = Model()
    for x0, x1 in ((-3.3, -2.1), (2.1, 3.3)):  # front
        m.wheel("dark", x0, x1, 3.2, 1.75, 1.75)
        m.wheel("yellow", x0 - 0.04, x1 + 0.04, 3.2, 1.75, 0.85)
    for x0, x1 in ((-3.6, -2.45), (-2.35, -1.2), (1.2, 2.35), (2.45, 3.6)):  # rear, twins
        m.wheel("dark", x0, x1, -2.7, 1.75, 1.75)
    for x0, x1 in ((-3.64, -3.55), (3.55, 3.64)):
        m.wheel("yellow", x0, x1, -2.7, 1.75, 0.85)
    m.box("grey", (-1.1, -4.6, 1.5), (1.1, 5.6, 2.3))  # frame
    m.box("grey", (-2.2, -3.1, 1.3), (2.2, -2.3, 2.2))  # axle
    m.box("yellow", (-1.9, 3.4, 2.0), (1.9, 6.4, 3.9))  # engine
    m.box("dark", (-1.5, 6.4, 2.2), (1.5, 6.5, 3.7))  # radiator
    m.box("yellow", (-3.5, 2.2, 3.9), (3.5, 6.2, 4.1))  # deck
    m.box("yellow", (-3.3, 2.6, 4.1), (-0.9, 4.9, 4.7))  # cab
    m.box("glass", (-3.25, 2.65, 4.7), (-0.95, 4.85, 5.5))
    m.box("yellow", (-3.35, 2.55, 5.5), (-0.85, 4.95, 5.7))
    for x in (-3.4, 3.4):  # rails and ladders
        m.beam("grey", (x, 6.1, 4.1), (x, 6.1, 5.1), 0.08)
        m.beam("grey", (x, 2.3, 5.1), (x, 6.1, 5.1), 0.08)
    m.beam("grey", (-3.4, 6.1, 5.1), (3.4, 6.1, 5.1), 0.08)
    for x in (-2.4, -1.9, 1.9, 2.4):
        m.beam("grey", (x, 6.45, 0.9), (x, 6.25, 4.0), 0.09)
    # The body: floor rising to the back, sides, and the canopy over the cab.
    m.side("yellow", -3.4, 3.4, [(-6.4, 3.6), (2.0, 2.6), (2.3, 2.9), (-6.5, 3.95)])
    for x0, x1 in ((-3.65, -3.4), (3.4, 3.65)):
        m.side("yellow", x0, x1, [(-6.5, 3.7), (2.1, 2.6), (2.5, 6.2), (-5.2, 5.9)])
    m.side("yellow", -3.65, 3.65, [(2.1, 2.7), (2.4, 2.7), (2.7, 6.3), (2.4, 6.3)])
    m.side("yellow", -3.65, 3.65, [(2.4, 6.3), (6.2, 6.45), (6.2, 6.6), (2.4, 6.6)])
    m.write("haul_truck")


def shovel():
    """A hydraulic face shovel of some 600 t: crawlers 10 long, 8.6 wide, its boom raised over 12."""
    m = Model()
    for x0, x1 in ((-4.3, -2.6), (2.6, 4.3)):
        m.side("dark", x0, x1, [(-4.2, 0.0), (4.2, 0.0), (5.0, 0.9), (4.6, 1.9), (-4.6, 1.9), (-5.0, 0.9)])
    m.box("grey", (-2.6, -2.4, 0.8), (2.6, 2.4, 2.2))
    m.round("grey", (0, 0, 2.2), 2.2, 0.5, 20)
    m.box("yellow", (-3.8, -5.6, 2.7), (3.8, 2.6, 3.4))  # platform
    m.box("yellow", (-3.7, -5.4, 3.4), (3.6, 0.4, 6.6))  # engine house
    m.box("grey", (-3.8, -6.4, 2.9), (3.8, -5.4, 5.6))  # counterweight
    for k in range(5):
        m.box("dark", (3.6, -4.9 + k, 4.2), (3.66, -4.3 + k, 6.0))
    m.box("yellow", (-3.7, 0.6, 3.4), (-1.5, 3.4, 5.4))  # cab on its pedestal
    m.box("glass", (-3.65, 0.9, 5.4), (-1.55, 3.5, 7.0))
    m.box("yellow", (-3.8, 0.5, 7.0), (-1.4, 3.6, 7.25))
    # Boom, stick and bucket in the face-shovel way: the bucket opens ahead.
    m.side("yellow", -0.9, 1.1, [(2.2, 3.6), (3.2, 3.4), (8.4, 10.4), (8.0, 11.4), (7.0, 11.2), (3.6, 7.2)])
    m.side("yellow", -0.6, 0.8, [(7.4, 11.2), (7.2, 10.2), (10.6, 4.0), (11.6, 4.3), (8.6, 11.4)])
    for x in (-0.5, 0.7):
        m.beam("steel", (x, 3.4, 3.9), (x, 7.6, 7.6), 0.5)
        m.beam("steel", (x, 6.4, 9.4), (x, 10.9, 6.0), 0.42)
    m.side("grey", -2.6, 2.8, [(10.2, 1.4), (13.6, 0.5), (13.8, 0.8), (10.7, 2.0), (10.9, 4.6), (10.3, 4.6)])
    for x0, x1 in ((-2.7, -2.4), (2.6, 2.9)):
        m.side("grey", x0, x1, [(10.2, 1.4), (13.6, 0.5), (12.6, 4.6), (10.4, 4.7)])
    for k in range(6):
        x = -2.3 + 0.95 * k
        m.side("steel", x, x + 0.4, [(13.4, 0.5), (14.3, 0.35), (13.6, 0.9)])
    m.write("shovel")


def headframe():
    """A steel headframe of 45 m over a shaft collar, with its back legs towards the winder house in the south."""
    m = Model()
    m.box("concrete", (-6, -6, 0), (6, 6, 1.2))
    half, top = 3.2, 40.0
    levels = [1.2, 9.0, 17.0, 25.0, 33.0, top]
    for sx in (-1, 1):
        for sy in (-1, 1):
            m.beam("steel", (sx * half, sy * half, 1.2), (sx * half, sy * half, top), 0.7)
    for low, high in zip(levels, levels[1:]):
        for s in (-1, 1):
            for (a, b) in (((s * half, -half), (s * half, half)), ((-half, s * half), (half, s * half))):
                m.beam("steel", (*a, high), (*b, high), 0.4)
                m.beam("steel", (*a, low), (*b, high), 0.28)
                m.beam("steel", (*b, low), (*a, high), 0.28)
    for x in (-half, half):  # back legs
        m.beam("steel", (x * 1.5, -23.0, 0.6), (x, -half, top), 0.8)
        m.box("concrete", (x * 1.5 - 1.4, -24.4, 0), (x * 1.5 + 1.4, -21.6, 1.0))
    for k in range(1, 5):
        t = k / 5
        y, z = -23.0 + t * (23.0 - half), 0.6 + t * (top - 0.6)
        w = half * (1.5 - 0.5 * t)
        m.beam("steel", (-w, y, z), (w, y, z), 0.3)
    m.box("steel", (-4.4, -4.6, top), (4.4, 4.4, top + 0.5))
    for x in (-1.9, 1.9):  # sheaves
        m.wheel("red", x - 0.22, x + 0.22, -1.2, top + 2.8, 2.1, 24)
        m.wheel("dark", x - 0.3, x + 0.3, -1.2, top + 2.8, 0.4, 12)
        m.beam("dark", (x, -3.2, top + 3.2), (x, -48.0, 6.5), 0.12)
        m.beam("dark", (x, 0.9, top + 2.8), (x, 0.9, 2.0), 0.12)
        for dy in (-1.5, 1.5):
            m.beam("steel", (x - 0.5, -1.2 + dy, top + 0.5), (x - 0.5, -1.2, top + 2.8), 0.25)
            m.beam("steel", (x + 0.5, -1.2 + dy, top + 0.5), (x + 0.5, -1.2, top + 2.8), 0.25)
    m.side("roof", -4.6, 4.6, [(-4.6, top + 4.4), (4.4, top + 4.4), (0.0, top + 5.0)])
    for sx in (-1, 1):
        for sy in (-1, 1):
            m.beam("steel", (sx * 4.2, sy * 4.2, top + 0.5), (sx * 4.2, sy * 4.2, top + 4.4), 0.25)
    m.box("red", (-3.0, half, 1.2), (3.0, 9.0, 8.0))  # shaft house
    m.side("roof", -3.3, 3.3, [(half, 8.0), (9.3, 8.0), (6.2, 9.8)])
    m.box("red", (-7.0, -58.0, 0), (7.0, -46.0, 8.0))  # winder house
    m.prism("roof", [(-7.4, -58.4, 8.0), (7.4, -58.4, 8.0), (0, -58.4, 10.6)], (0, 12.8, 0))
    m.write("headframe")


def person():
    """1.75 m with the helmet, in a vest."""
    m = Model()
    for s in (-1, 1):
        m.box("dark", (s * 0.11 - 0.06, -0.10, 0.0), (s * 0.11 + 0.06, 0.18, 0.12))
        m.round("navy", (s * 0.11, 0, 0.12), 0.085, 0.72, 10, 1.15)
        m.beam("vest", (s * 0.24, 0, 1.38), (s * 0.31, 0.05, 1.08), 0.11)
        m.beam("navy", (s * 0.31, 0.05, 1.08), (s * 0.29, 0.20, 0.84), 0.09)
        m.box("skin", (s * 0.29 - 0.045, 0.17, 0.74), (s * 0.29 + 0.045, 0.26, 0.84))
    m.prism("vest", [(-0.18, -0.11, 0.82), (0.18, -0.11, 0.82), (0.18, 0.11, 0.82), (-0.18, 0.11, 0.82)], (0, 0, 0.26))
    m.prism("vest", [(-0.22, -0.13, 1.08), (0.22, -0.13, 1.08), (0.22, 0.13, 1.08), (-0.22, 0.13, 1.08)], (0, 0, 0.34))
    m.box("white", (-0.222, -0.132, 1.12), (0.222, 0.132, 1.17))
    m.round("skin", (0, 0, 1.42), 0.06, 0.08, 10)
    m.round("skin", (0, 0, 1.48), 0.09, 0.18, 12)
    m.round("white", (0, 0.01, 1.63), 0.15, 0.02, 14)
    m.round("white", (0, 0, 1.65), 0.125, 0.10, 14, 0.55)
    m.write("person")


for make in (haul_truck, shovel, headframe, person):
    make()
