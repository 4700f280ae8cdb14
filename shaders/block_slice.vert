//VTK::System::Dec
// A picture of the blocks on a plane: four corners, which are computed in double before they come here.
uniform vec4 cornerInClip[4];
uniform vec4 cornerInView[4];
uniform vec2 texelCount;

out vec4 vertexVCVSOutput;
out vec2 texel;  // place in the picture, in texels

void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  texel = corner * texelCount;
  vertexVCVSOutput = cornerInView[gl_VertexID];
  gl_Position = cornerInClip[gl_VertexID];
}
