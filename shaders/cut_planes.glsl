// The planes that cut the scene, in view coordinates: what has dot(plane.xyz, p) + plane.w > 0 is cut away.
// Set by viewer/scene/gl_uniforms.h.
const int kMostPlanes = 24;
uniform int planeCount;
uniform vec4 cutPlane[kMostPlanes];
