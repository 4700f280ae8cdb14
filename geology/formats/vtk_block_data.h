// The bytes of a VTK file as a VTK data set, with limits on what it may claim. For the sources of
// geology/formats that use VTK.
#pragma once
#include <vtkDataSet.h>
#include <vtkSmartPointer.h>

#include <cstdint>

#include "geology/formats/findings.h"
#include "geology/formats/reader.h"

namespace adit::formats {

enum class VtkBlockKind : std::uint8_t { None, Image, Rectilinear, Unstructured };

/// By the first lines, whether XML or legacy.
VtkBlockKind vtkBlockKind(std::string_view bytes);

/// Throws ReadError VTK-TOO-MANY-CELLS when the head claims more cells or points than the bytes can hold even
/// when packed, VTK-NOTHING when VTK makes nothing of the file. What VTK complains about is a finding.
vtkSmartPointer<vtkDataSet> readVtkDataSet(const Source& source, Findings& findings);

}  // namespace adit::formats
