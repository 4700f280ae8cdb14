//VTK::System::Dec
//VTK::Output::Dec
// Where the line of sight meets a piece of an interval: a cylinder between two planes, cut by those of the
// scene. All are convex, so each of them only shortens the stretch of the line that lies inside.
#include "camera.glsl"
#include "light.glsl"
#include "cut_planes.glsl"
#include "picking.glsl"
uniform float opacity;
//VTK::DepthPeeling::Dec

flat in vec3 start;
flat in vec3 axis;
flat in vec4 ends[2];
flat in vec3 color;
flat in float radius;
flat in uint row;
flat in ivec2 open;
in vec3 seen;

// The stretch of the line origin + t direction that is inside, and the surface where it enters.
struct Stretch {
  float enter, leave;
  vec3 normal;
  bool lid;  // where it enters there is something to see
};

void cutBy(vec4 plane, bool lid, vec3 origin, vec3 direction, inout Stretch inside) {
  float beyond = dot(plane.xyz, origin) + plane.w;
  float rate = dot(plane.xyz, direction);
  if (rate >= 0.0) {
    if (rate > 0.0)
      inside.leave = min(inside.leave, -beyond / rate);
    else if (beyond > 0.0)
      inside.leave = inside.enter - 1.0;
  } else if (-beyond / rate > inside.enter) {
    inside = Stretch(-beyond / rate, inside.leave, plane.xyz, lid);
  }
}

// `origin` is near the cylinder: far away, the difference of squares would lose all digits.
bool meetCylinder(vec3 origin, vec3 direction, out Stretch inside) {
  vec3 o = origin - start;
  o -= axis * dot(o, axis);
  vec3 d = direction - axis * dot(direction, axis);
  float dd = dot(d, d);
  float od = dot(o, d);
  float oo = dot(o, o) - radius * radius;
  float root = od * od - dd * oo;
  if (root < 0.0 || dd < 1e-12) {
    inside = Stretch(-1e30, 1e30, -direction, true);
    return dd < 1e-12 && oo <= 0.0;  // along the axis
  }
  root = sqrt(root);
  float enter = (-od - root) / dd;
  inside = Stretch(enter, (-od + root) / dd, (o + d * enter) / radius, true);
  return true;
}

void main() {
  vec3 direction = parallelProjection != 0 ? vec3(0.0, 0.0, -1.0) : normalize(seen);
  vec3 eye = parallelProjection != 0 ? seen : vec3(0.0);
  float nearBy = dot(start - eye, direction);
  vec3 origin = eye + direction * nearBy;
  Stretch inside;
  if (!meetCylinder(origin, direction, inside)) discard;
  cutBy(ends[0], open.x != 0, origin, direction, inside);
  cutBy(ends[1], open.y != 0, origin, direction, inside);
  for (int i = 0; i < planeCount; ++i) cutBy(cutPlane[i], true, origin, direction, inside);
  if (inside.enter > inside.leave || !inside.lid) discard;
  vec3 hit = origin + direction * inside.enter;
  vec4 clip = clipFromView * vec4(hit, 1.0);
  float depth = 0.5 * clip.z / clip.w + 0.5;
  if (clip.w <= 0.0 || depth < 0.0 || depth > 1.0) discard;
  gl_FragDepth = depth;
  //VTK::DepthPeeling::Impl
  gl_FragData[0] = vec4(lit(color, hit, inside.normal), opacity);
  gl_FragData[1] = vec4(hit, 1.0);
  gl_FragData[2] = vec4(inside.normal, 1.0);
  if (picking != 0) gl_FragData[0] = vec4(pickColor(row), 1.0);
}
