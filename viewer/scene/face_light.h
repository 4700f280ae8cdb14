// The light that falls on flat faces of one direction: what VTK's own shader adds up for every pixel, once a
// direction.
#pragma once
#include <array>

#include "geology/model/vec3.h"
#include "viewer/state/view_state.h"

class vtkProperty;
class vtkRenderer;

namespace adit::viewer {

/// Ambient and diffuse light on a face with this unit normal in view coordinates (x right, y up, z to the
/// viewer), as a factor of the face's own colour. Faces turned away are lit as their other side. All lamps of
/// a scene are directional (light.cpp), so that the place of the face does not matter; highlights are left
/// out.
Color lightOnFace(vtkRenderer& renderer, vtkProperty& property, const geology::Vec3& normalInView);

}  // namespace adit::viewer
