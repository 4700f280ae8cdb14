//VTK::System::Dec
//VTK::Output::Dec
// Colour of a face under the light of its direction, its edges, and what the cutting planes leave of it. The tags are
// places where VTK's render passes (ambient occlusion, depth peeling) put what they need.
//VTK::DepthPeeling::Dec
//ADIT::Variant

#ifdef ADIT_PLACE
#include "cut_planes.glsl"
uniform vec3 normalInView;  // of this direction
in vec4 vertexVCVSOutput;
#endif
#ifdef ADIT_PICKING
#include "picking.glsl"
flat in int blockNumber;
#else
uniform float opacity;
flat in vec3 blockColor;
#endif
#ifdef ADIT_HONEST
#include "honest_uniforms.glsl"
#include "honest.glsl"
uniform float outlineWidth;  // in pixels
flat in vec3 blockSolidity;
#endif
#ifdef ADIT_EDGES
uniform vec3 edgeColor;
uniform float edgeWidth;  // in pixels
#endif
#ifdef ADIT_PLACE_IN_FACE
in vec2 placeInFace;

/// How much of the pixel edges of this width cover. Each pair of opposite edges fades where they come closer than a few pixels:
/// there they would cover all of the colour.
float onEdge(float width) {
  vec2 pixel = fwidth(placeInFace);
  vec2 fromEdge = min(placeInFace, 1.0 - placeInFace) / pixel;
  vec2 line = clamp(0.5 * width + 0.5 - fromEdge, 0.0, 1.0) * smoothstep(2.0, 5.0, 1.0 / pixel);
  return max(line.x, line.y);
}
#endif

void main() {
#ifdef ADIT_PLACE
  vec4 vertexVC = vertexVCVSOutput;
  vec3 normalVCVSOutput = normalInView;
  for (int p = 0; p < planeCount; ++p)
    if (dot(cutPlane[p], vertexVC) > 0.0) discard;
#endif
  //VTK::Depth::Impl
  //VTK::DepthPeeling::PreColor
#ifdef ADIT_PICKING
  gl_FragData[0] = vec4(pickColor(uint(blockNumber)), 1.0);
#else
  vec3 color = blockColor;
#ifdef ADIT_EDGES
  color = mix(color, edgeColor, onEdge(edgeWidth));
#endif
#ifdef ADIT_HONEST
  color = honest(color, blockSolidity, onEdge(outlineWidth));
#endif
  gl_FragData[0] = vec4(color, opacity);
  //VTK::Light::Impl
#endif
  //VTK::DepthPeeling::Impl
}
