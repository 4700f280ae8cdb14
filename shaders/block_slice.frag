//VTK::System::Dec
//VTK::Output::Dec
// Which block lies at a pixel of a plane, in its colour. The tags are places where VTK's render passes (ambient occlusion,
// depth peeling) put what they need.
//VTK::DepthPeeling::Dec
//ADIT::Variant
#include "cut_planes.glsl"
uniform vec3 normalInView;  // of the plane, on the side from which its corners run counter-clockwise
uniform usamplerBuffer sliceBlocks;  // block of each texel, row by row
uniform vec2 texelCount;
in vec4 vertexVCVSOutput;
in vec2 texel;
#ifdef ADIT_PICKING
#include "picking.glsl"
#else
uniform samplerBuffer sliceColors;  // colour of each texel
uniform float opacity;
uniform vec3 light;
#endif
#ifdef ADIT_HONEST
#include "honest_uniforms.glsl"
#include "honest.glsl"
uniform usamplerBuffer sliceCodes;  // honestCode() of each texel
uniform vec3 solidity[40];          // of each code: share drawn, pale, outlined
uniform float outlineWidth;         // in pixels
#endif
#ifdef ADIT_EDGES
uniform vec3 edgeColor;
uniform float edgeWidth;  // in pixels
#endif

const uint kNoBlock = 0xFFFFFFFFu;

int texelAt(vec2 at) {
  vec2 inside = clamp(floor(at), vec2(0.0), texelCount - 1.0);
  return int(inside.y) * int(texelCount.x) + int(inside.x);
}

uint blockAt(vec2 at) { return texelFetch(sliceBlocks, texelAt(at)).r; }

#if defined(ADIT_EDGES) || defined(ADIT_HONEST)
uniform float cellTexels;  // side of a cell of the lattice

// How much of the pixel a line of this width between blocks covers. Lines fade where they come closer than a few pixels:
// there they would cover all of the colour.
float onEdge(uint block, float width) {
  vec2 x = dFdx(texel);
  vec2 y = dFdy(texel);
  float reach = 0.5 * max(width, 1.0);
  bool inside = blockAt(texel + x * reach) == block && blockAt(texel - x * reach) == block &&
                blockAt(texel + y * reach) == block && blockAt(texel - y * reach) == block;
  float cellPixels = cellTexels / max(length(x), length(y));
  return inside ? 0.0 : min(width, 1.0) * smoothstep(2.0, 5.0, cellPixels);
}
#endif

void main() {
  vec4 vertexVC = vertexVCVSOutput;
  vec3 normalVCVSOutput = gl_FrontFacing ? normalInView : -normalInView;
  uint block = blockAt(texel);
#if defined(ADIT_EDGES)
  float edge = onEdge(block, edgeWidth);
#endif
#if defined(ADIT_HONEST)
  float outline = onEdge(block, outlineWidth);
#endif
  // After what is found by differences between pixels: those that are discarded have none.
  if (block == kNoBlock) discard;
  for (int p = 0; p < planeCount; ++p)
    if (dot(cutPlane[p], vertexVC) > 0.0) discard;
  //VTK::Depth::Impl
  //VTK::DepthPeeling::PreColor
#ifdef ADIT_PICKING
  gl_FragData[0] = vec4(pickColor(block), 1.0);
#else
  vec3 color = texelFetch(sliceColors, texelAt(texel)).rgb * light;
#ifdef ADIT_EDGES
  color = mix(color, edgeColor, edge);
#endif
#ifdef ADIT_HONEST
  color = honest(color, solidity[int(texelFetch(sliceCodes, texelAt(texel)).r)], outline);
#endif
  gl_FragData[0] = vec4(color, opacity);
  //VTK::Light::Impl
#endif
  //VTK::DepthPeeling::Impl
}
