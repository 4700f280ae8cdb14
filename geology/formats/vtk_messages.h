// What VTK's readers and writers complain about, collected instead of printed. For the sources of
// geology/formats that use VTK.
#pragma once
#include <vtkCommand.h>
#include <vtkSmartPointer.h>

#include <string>

namespace adit::formats {

/// An observer of errors and warnings: `reader->AddObserver(vtkCommand::ErrorEvent, messages)`, the same for
/// WarningEvent. VTK prints nothing for an object that is observed.
class VtkMessages : public vtkCommand {
 public:
  static vtkSmartPointer<VtkMessages> create();
  void Execute(vtkObject* caller, unsigned long event, void* text) override;

  bool failed() const { return !firstError_.empty(); }
  const std::string& firstError() const { return firstError_; }
  const std::string& firstWarning() const { return firstWarning_; }

 private:
  std::string firstError_, firstWarning_;
};

/// Listens to `object` for errors and warnings.
void listenTo(vtkObject* object, VtkMessages* messages);

}  // namespace adit::formats
