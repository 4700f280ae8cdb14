// The camera. View coordinates: x right, y up, the eye at 0 looking along -z. Set by viewer/scene/gl_uniforms.h.
uniform mat4 viewFromScene;
uniform mat4 clipFromView;
uniform mat4 clipFromScene;
uniform int parallelProjection;
