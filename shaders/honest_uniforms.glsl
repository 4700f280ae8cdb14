// What honest.glsl reads. Apart from it, since VTK declares the same names itself in its shaders of meshes.
uniform float stipple[64];  // ranks 0..1 of the places of an 8 x 8 pattern of dots
uniform float dotPixels;    // pixels of the picture that one place of it covers
uniform vec3 paper;         // what pale shades tend to
uniform vec3 holes;         // colour of what one would look through, where nothing may be cut out
uniform int cutOut;         // 1: one looks through; 0: the holes are painted
