//VTK::System::Dec
// The faces of blocks, without stored vertices: each four of them fetch the number of a block and work out where its
// face lies. Directions are drawn one after the other, so that all of one draw share normal and light.
//ADIT::Variant

uniform usamplerBuffer faceBlocks;  // block of each face of one direction
uniform ivec3 cellCount;            // of the lattice
uniform int level;                  // of detail: 2^level cells to a side are drawn as one
uniform float share;                // of its side that a block keeps: less than 1 is shrunk
uniform mat4 latticeToClip;
uniform mat4 latticeToView;
// The face of the unit cell in this direction: one corner and its two edges, counter-clockwise from outside.
uniform vec3 faceCorner;
uniform vec3 faceU;
uniform vec3 faceV;

#ifdef ADIT_SPARSE
uniform usamplerBuffer cellOfBlock;
#endif
#ifdef ADIT_BOXES
uniform samplerBuffer boxes;  // two texels a block: minimum and maximum of the part of its cell that it fills
#endif

#if defined(ADIT_NUMBERS)
uniform samplerBuffer values;  // one a block
#elif defined(ADIT_CATEGORIES)
uniform isamplerBuffer values;
uniform int codeBits;  // of the width in which codes are kept: 0xFF, 0xFFFF or all
#endif
uniform samplerBuffer colors;  // those of the legend, then that of a missing value, then the warning
uniform int colorCount;        // of the legend
uniform vec2 range;            // continuous: lowest and highest value of the colours, or their logarithms
uniform vec4 plainColor;
uniform vec3 light;  // what arrives on faces of this direction: ambient and all lamps

// Software pays for every number that goes from here to the pixels: only what this drawing needs is sent.
#ifdef ADIT_PLACE
out vec4 vertexVCVSOutput;
#endif
#ifdef ADIT_PLACE_IN_FACE
out vec2 placeInFace;
#endif
#ifdef ADIT_HONEST
uniform usamplerBuffer honestCodes;  // one a block
uniform vec3 solidity[40];           // of each code: share drawn, pale, outlined
flat out vec3 blockSolidity;
#endif
#ifdef ADIT_PICKING
flat out int blockNumber;
#else
flat out vec3 blockColor;
#endif

#ifdef ADIT_CLASSES
uniform samplerBuffer classes;  // lower and upper end of each; the last one includes its upper end
#endif

int missingColor() { return colorCount; }
int warningColor() { return colorCount + 1; }

#if defined(ADIT_CLASSES)
int colorIndex(float value) {
  if (isnan(value)) return missingColor();
  for (int c = 0; c < colorCount; ++c) {
    vec2 ends = texelFetch(classes, c).xy;
    if (value >= ends.x && (value < ends.y || (c == colorCount - 1 && value == ends.y))) return c;
  }
  return warningColor();
}
#elif defined(ADIT_NUMBERS)
int colorIndex(float value) {
  if (isnan(value)) return missingColor();
#ifdef ADIT_LOGARITHMIC
  value = value > 0.0 ? log(value) : range.x;
#endif
  float t = range.x < range.y ? (value - range.x) / (range.y - range.x) : 0.5;
  return int(floor(clamp(t, 0.0, 1.0) * float(colorCount - 1) + 0.5));
}
#elif defined(ADIT_CATEGORIES)
int colorIndex(int kept) {
  int code = kept == -1 ? -1 : kept & codeBits;  // -1: no category, in every width
  return code < 0 || code >= colorCount ? missingColor() : code;
}
#endif

vec3 colorOf(int block) {
#if defined(ADIT_NUMBERS) || defined(ADIT_CATEGORIES)
  return texelFetch(colors, colorIndex(texelFetch(values, block).r)).rgb;
#else
  return plainColor.rgb;
#endif
}

/// a / b for a quotient below 2^22. Graphics cards and software alike have no division of whole numbers: the quotient of
/// floats is at most one off, and is put right.
int quotient(int a, int b) {
  int q = int(float(a) / float(b));
  int rest = a - q * b;
  return q + (rest >= b ? 1 : 0) - (rest < 0 ? 1 : 0);
}

ivec3 cellOf(int block) {
#ifdef ADIT_SPARSE
  int cell = int(texelFetch(cellOfBlock, block).r);
#else
  int cell = block;
#endif
#ifdef ADIT_MANY_ROWS
  int row = cell / cellCount.x;
#else
  int row = quotient(cell, cellCount.x);
#endif
  int slice = quotient(row, cellCount.y);
  return ivec3(cell - row * cellCount.x, row - slice * cellCount.y, slice);
}

void main() {
  int block = int(texelFetch(faceBlocks, gl_VertexID >> 2).r);
  ivec3 cell = (cellOf(block) >> level) << level;
  vec3 lower = vec3(cell);
  vec3 size = vec3(min(ivec3(1 << level), cellCount - cell));
#ifdef ADIT_BOXES
  if (level == 0) {
    vec3 boxMin = texelFetch(boxes, 2 * block).xyz;
    lower += boxMin;
    size = texelFetch(boxes, 2 * block + 1).xyz - boxMin;
  }
#endif
  lower += size * (0.5 * (1.0 - share));
  size *= share;
  int corner = gl_VertexID & 3;
  vec2 inFace = vec2(corner == 1 || corner == 2 ? 1.0 : 0.0, corner >= 2 ? 1.0 : 0.0);
  vec4 place = vec4(lower + size * (faceCorner + inFace.x * faceU + inFace.y * faceV), 1.0);
#ifdef ADIT_PLACE
  vertexVCVSOutput = latticeToView * place;
#endif
#ifdef ADIT_PLACE_IN_FACE
  placeInFace = inFace;
#endif
#ifdef ADIT_HONEST
  blockSolidity = solidity[texelFetch(honestCodes, block).r];
#endif
#ifdef ADIT_PICKING
  blockNumber = block;
#else
  blockColor = colorOf(block) * light;
#endif
  gl_Position = latticeToClip * place;
}
