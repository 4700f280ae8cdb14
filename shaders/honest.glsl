// Honest View: how solid a thing is drawn says how well it is known. Wants honest_uniforms.glsl.
bool inDot(float drawn) {
  ivec2 at = ivec2(gl_FragCoord.xy / dotPixels) & 7;
  return stipple[at.y * 8 + at.x] < drawn;
}

/// The colour of a pixel; `solidity`: share drawn, pale, outlined; `edge`: how much of the pixel an edge covers.
vec3 honest(vec3 color, vec3 solidity, float edge) {
  if (inDot(solidity.x) || edge * solidity.z > 0.5) return color;
  if (solidity.y > 0.5) {  // pale, and a shade of it where the colour is pale itself
    bool isLight = dot(color, vec3(0.30, 0.59, 0.11)) > 0.7;
    return isLight ? color * 0.68 : mix(color, paper, 0.6);
  }
  if (cutOut != 0) discard;
  return holes;
}
