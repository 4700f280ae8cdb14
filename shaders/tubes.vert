//VTK::System::Dec
// An interval is drawn as straight pieces. Each piece is two triangles that cover its cylinder on the screen;
// tubes.frag finds where the line of sight of each pixel meets the cylinder.
#include "camera.glsl"
uniform samplerBuffer pathPoints;  // scene coordinates; w is 1 where a piece runs to the next point
uniform usamplerBuffer rowOf;      // interval number of the piece that begins at a point
uniform samplerBuffer radiusOf;    // of each interval
uniform samplerBuffer colorOf;     // of each interval
uniform vec3 shift;                // scene coordinates
uniform float opacity;

flat out vec3 start;    // of the piece's axis; this and all that follow in view coordinates
flat out vec3 axis;     // unit
flat out vec4 ends[2];  // planes: cut away where dot(xyz, p) + w > 0
flat out vec3 color;
flat out float radius;
flat out uint row;
flat out ivec2 open;  // whether there is a lid at each end
out vec3 seen;        // a point on the line of sight

const float kCover = 1.01;  // mitred ends reach a little beyond the radius

vec4 pointAt(int i) { return texelFetch(pathPoints, i); }
vec3 inView(vec4 p) { return (viewFromScene * vec4(p.xyz + shift, 1.0)).xyz; }
float radiusAt(int i) { return texelFetch(radiusOf, int(texelFetch(rowOf, i).r)).r; }

// Across `direction`, whatever it is.
vec3 across(vec3 direction) {
  vec3 least = abs(direction.z) < 0.7 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0);
  return normalize(cross(direction, least));
}

// Pieces that go on into one another meet in the plane between them, so that bends have no gaps.
vec4 endPlane(vec3 at, vec3 outward, vec3 neighbour, bool goesOn) {
  vec3 normal = outward;
  if (goesOn) normal = normalize(outward + normalize(neighbour));
  return vec4(normal, -dot(normal, at));
}

// The slopes x/z of the two tangents from the eye to a circle at (x, z): quadratic in the slope.
vec2 tangents(float x, float z, float r) {
  float root = r * sqrt(max(0.0, x * x + z * z - r * r));
  return vec2(x * z - root, x * z + root) / (z * z - r * r);
}

// Corner (-1 or 1, -1 or 1) of a rectangle around the two spheres at the ends, seen from the eye: spanned at
// right angles to `forward`, along the piece and across it. False when the eye is too near for that.
bool coverFromEye(vec3 a, vec3 b, float r, vec2 corner, out vec3 at) {
  vec3 forward = normalize(a + b);
  vec3 side = cross(b - a, forward);
  side = length(side) > 1e-6 * length(b - a) ? normalize(side) : across(forward);
  vec3 along = cross(forward, side);
  float za = dot(a, forward);
  float zb = dot(b, forward);
  float near = min(za, zb);
  if (near < 1.1 * r) return false;
  vec2 ta = tangents(dot(a, along), za, r);
  vec2 tb = tangents(dot(b, along), zb, r);
  float width = r / sqrt(near * near - r * r);
  float t = corner.x < 0.0 ? min(ta.x, tb.x) : max(ta.y, tb.y);
  at = (forward + along * t + side * (width * corner.y)) * length(a + b) * 0.5;
  return true;
}

vec3 coverParallel(vec3 a, vec3 b, float r, vec2 corner) {
  vec2 run = b.xy - a.xy;
  vec2 along = length(run) > 1e-6 * length(b - a) ? normalize(run) : vec2(1.0, 0.0);
  vec2 end = corner.x < 0.0 ? a.xy : b.xy;
  vec2 at = end + along * (corner.x * r) + vec2(-along.y, along.x) * (corner.y * r);
  return vec3(at, 0.5 * (a.z + b.z));
}

void main() {
  int i = gl_VertexID / 6;
  int k = gl_VertexID % 6;
  vec2 corner = vec2(k == 1 || k == 2 || k == 4 ? 1.0 : -1.0, k == 2 || k == 4 || k == 5 ? 1.0 : -1.0);
  vec4 from = pointAt(i);
  vec4 to = pointAt(i + 1);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);  // outside: no piece begins here
  if (from.w == 0.0) return;
  vec3 a = inView(from);
  vec3 b = inView(to);
  if (a == b) return;

  row = texelFetch(rowOf, i).r;
  radius = texelFetch(radiusOf, int(row)).r;
  color = texelFetch(colorOf, int(row)).rgb;
  start = a;
  axis = normalize(b - a);
  vec4 before = i > 0 ? pointAt(i - 1) : vec4(0.0);
  bool goesOn = to.w != 0.0;
  bool cameFrom = before.w != 0.0;
  ends[0] = endPlane(a, -axis, inView(before) - a, cameFrom);
  ends[1] = endPlane(b, axis, goesOn ? inView(pointAt(i + 2)) - b : axis, goesOn);
  // Inside something translucent the lids between two pieces would be seen; in something solid they never are.
  open = ivec2(1);
  if (opacity < 1.0) {
    if (cameFrom && radiusAt(i - 1) == radius) open.x = 0;
    if (goesOn && radiusAt(i + 1) == radius) open.y = 0;
  }

  float r = radius * kCover;
  if (parallelProjection != 0) {
    seen = coverParallel(a, b, r, corner);
    gl_Position = clipFromView * vec4(seen, 1.0);
  } else if (coverFromEye(a, b, r, corner, seen)) {
    gl_Position = clipFromView * vec4(seen, 1.0);
  } else {  // the whole picture
    seen = vec3((corner.x + clipFromView[2][0]) / clipFromView[0][0],
                (corner.y + clipFromView[2][1]) / clipFromView[1][1], -1.0);
    gl_Position = vec4(corner, 0.0, 1.0);
  }
  gl_Position.z = 0.0;  // never cut by the near or far plane; the depth is that of the cylinder
}
