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
uniform vec3 propId;    // as VTK's selector wants it back
uniform int pickShift;  // of the block's number: -1 writes the prop instead
flat in int blockNumber;
#else
uniform float opacity;
flat in vec3 blockColor;
#endif
#ifdef ADIT_EDGES
uniform vec3 edgeColor;
uniform float edgeWidth;  // in pixels
in vec2 placeInFace;

/// How much of the pixel the edges cover. Each pair of opposite edges fades where they come closer than a few pixels:
/// there they would cover all of the colour.
float onEdge() {
  vec2 pixel = fwidth(placeInFace);
  vec2 fromEdge = min(placeInFace, 1.0 - placeInFace) / pixel;
  vec2 line = clamp(0.5 * edgeWidth + 0.5 - fromEdge, 0.0, 1.0) * smoothstep(2.0, 5.0, 1.0 / pixel);
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
  if (pickShift < 0) {
    gl_FragData[0] = vec4(propId, 1.0);
  } else {
    uint id = uint(blockNumber) >> uint(pickShift);
    gl_FragData[0] = vec4(float(id & 255u), float(id >> 8 & 255u), float(id >> 16 & 255u), 255.0) / 255.0;
  }
#else
  vec3 color = blockColor;
#ifdef ADIT_EDGES
  color = mix(color, edgeColor, onEdge());
#endif
  gl_FragData[0] = vec4(color, opacity);
  //VTK::Light::Impl
#endif
  //VTK::DepthPeeling::Impl
}
