#include "geology/formats/vtk_messages.h"

#include <vtkObject.h>

#include <string_view>

namespace adit::formats {
namespace {

/// "ERROR: In file.cxx, line 12\nvtkReader (0x1234): what is wrong\n\n" -> "what is wrong".
std::string sentenceOf(std::string_view text) {
  if (const std::size_t mark = text.find("): "); mark != std::string_view::npos) text.remove_prefix(mark + 3);
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

vtkSmartPointer<VtkMessages> VtkMessages::create() {
  return vtkSmartPointer<VtkMessages>::Take(new VtkMessages);
}

void VtkMessages::Execute(vtkObject* /*caller*/, unsigned long event, void* text) {
  const char* message = static_cast<const char*>(text);
  std::string& first = event == vtkCommand::ErrorEvent ? firstError_ : firstWarning_;
  if (first.empty()) first = message == nullptr ? "VTK gave no reason" : sentenceOf(message);
}

void listenTo(vtkObject* object, VtkMessages* messages) {
  object->AddObserver(vtkCommand::ErrorEvent, messages);
  object->AddObserver(vtkCommand::WarningEvent, messages);
}

}  // namespace adit::formats
