#include "viewer/app/cli.h"

int main(int argc, char** argv) {
  return adit::viewer::runCommandLine(argc, argv);
}
