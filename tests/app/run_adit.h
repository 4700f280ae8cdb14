// Runs the real binary and keeps what it said.
#pragma once
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace adit::tests {

struct AditRun {
  int exitCode = -1;  ///< 128 + signal when it was killed
  std::string out, err;
};

/// In a child: becomes the program, with what it says going to these files ("": stays where it is).
[[noreturn]] inline void becomeAdit(std::vector<std::string> arguments, const std::string& out,
                                    const std::string& err) {
  if ((!out.empty() && std::freopen(out.c_str(), "w", stdout) == nullptr) ||
      (!err.empty() && std::freopen(err.c_str(), "w", stderr) == nullptr))
    ::_exit(126);
  std::vector<char*> argv;
  std::string program = ADIT_BINARY;
  argv.push_back(program.data());
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

/// Without a display, so that nothing opens a window by accident, and with a home of its own.
inline AditRun runAdit(std::vector<std::string> arguments) {
  const TemporaryFolder folder;
  const std::string out = folder.at("out"), err = folder.at("err");
  const pid_t child = ::fork();
  if (child == 0) {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    ::setenv("HOME", folder.path().c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", folder.path().c_str(), 1);
    becomeAdit(std::move(arguments), out, err);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const int exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {exitCode, contentOf(out), contentOf(err)};
}

/// A small mine: two holes with surveys and assays, a block model, a surface and a terrain.
inline void writeSmallMine(const TemporaryFolder& folder) {
  folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,500010,4000020,1200,100\nA2,500110,4000020,1210,80\n");
  folder.write("survey.csv", "hole_id,depth,azimuth,dip\nA1,0,90,-60\nA1,50,92,-61\nA2,0,0,-90\n");
  folder.write("assay.csv", "hole_id,from,to,cu_pct,rock\nA1,0,10,0.5,POR\nA1,10,20,,POR\nA2,0,5,1.25,AND\n");
  folder.write("lith.csv", "hole_id,from,to,lith\nA1,0,100,POR\nA2,0,80,AND\n");
  std::string blocks = "xc,yc,zc,xinc,yinc,zinc,cu_pct\n";
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 3; ++j)
      for (int k = 0; k < 2; ++k)
        blocks += std::to_string(500005 + 10 * i) + "," + std::to_string(4000005 + 10 * j) + "," +
                  std::to_string(1105 + 10 * k) + ",10,10,10," + std::to_string(0.1 * (i + j + k)) + "\n";
  folder.write("blocks.csv", blocks);
  folder.write("pit.obj",
               "v 500000 4000000 1100\nv 500100 4000000 1100\nv 500000 4000100 1100\nv 500000 4000000 1200\n"
               "f 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n");
  folder.write("topo.asc",
               "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 4000000\ncellsize 50\nNODATA_value -9999\n"
               "1200 1210 1220\n1205 -9999 1225\n");
}

}  // namespace adit::tests
