// Long work in a terminal: how far it is, on standard error, and Ctrl+C.
#pragma once
#include <functional>
#include <string>

#include "viewer/app/interrupts.h"

namespace adit::viewer {

/// Works while another thread tells how far it is: one line that is written over on a terminal, elsewhere a
/// line for every tenth. `verb` begins the line: "adit film". What the work throws is passed on;
/// geology::Cancelled after an interrupt.
void workInTerminal(const std::string& verb, Interrupts& interrupts,
                    const std::function<void(geology::Progress&)>& work);

}  // namespace adit::viewer
