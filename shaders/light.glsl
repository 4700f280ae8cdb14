// The light of the scene, as VTK's own shaders compute it (directional lights, Phong): what is drawn by hand
// has the same shade as the actors beside it. Set by viewer/scene/gl_uniforms.h.
const int kMostLights = 8;
uniform int lightCount;
uniform vec3 lightDirection[kMostLights];  // from the light, in view coordinates
uniform vec3 lightColor[kMostLights];      // times intensity
uniform vec4 shading;                      // ambient, diffuse, specular, specular power

// Of a surface at `position` with unit `normal`, both in view coordinates.
vec3 lit(vec3 color, vec3 position, vec3 normal) {
  vec3 diffuse = vec3(0.0);
  vec3 specular = vec3(0.0);
  vec3 toEye = normalize(-position);
  for (int i = 0; i < lightCount; ++i) {
    float facing = max(0.0, dot(normal, -lightDirection[i]));
    float mirrored = max(0.0, dot(reflect(lightDirection[i], normal), toEye));
    diffuse += facing * lightColor[i];
    specular += sign(facing) * pow(mirrored, shading.w) * lightColor[i];
  }
  return shading.x * color + shading.y * diffuse * color + shading.z * specular;
}
