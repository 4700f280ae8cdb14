// What VTK's hardware selector wants instead of a colour. Set by viewer/scene/gl_uniforms.h.
uniform int picking;      // 0: drawing; 1: the colour of the prop; 2, 3: low and high 24 bits of the number
uniform vec3 propColor;

vec3 pickColor(uint number) {
  if (picking == 1) return propColor;
  uint code = picking == 2 ? number : number >> 24u;
  return vec3(float(code & 255u), float((code >> 8u) & 255u), float((code >> 16u) & 255u)) / 255.0;
}
