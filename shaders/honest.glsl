// Honest View: how solid a thing is drawn says how well it is known. Set by viewer/scene/honest_look.h.
uniform float stipple[64];  // ranks 0..1 of the places of an 8 x 8 pattern of dots
uniform float dotPixels;    // pixels of the picture that one place of it covers
uniform vec3 paper;         // what pale shades tend to
uniform vec3 holes;         // colour of what one would look through, where nothing may be cut out
uniform bool cutOut;        // true: one looks through; false: the holes are painted

bool inDot(float drawn) {
  ivec2 at = ivec2(gl_FragCoord.xy / dotPixels) & 7;
  return stipple[at.y * 8 + at.x] < drawn;
}

/// The colour of a pixel; `solidity`: share drawn, pale, outlined; `edge`: how much of the pixel an edge covers.
vec3 honest(vec3 color, vec3 solidity, float edge) {
  if (inDot(solidity.x) || edge * solidity.z > 0.5) return color;
  if (solidity.y > 0.5) return mix(color, paper, 0.6);
  if (cutOut) discard;
  return holes;
}
