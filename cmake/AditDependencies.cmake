# Everything comes from Debian 12 packages; docs/architecture.md says why each is here.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(GDAL REQUIRED)
find_package(PROJ REQUIRED)
find_package(assimp REQUIRED)
find_package(Eigen3 REQUIRED NO_MODULE)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

set(ADIT_VTK_IO_MODULES CommonCore CommonDataModel IOXML IOLegacy IOImage)
set(ADIT_VTK_GEOMETRY_MODULES CommonCore CommonDataModel CommonTransforms FiltersCore FiltersGeneral
  FiltersGeometry FiltersExtraction FiltersModeling FiltersSources FiltersTexture ImagingCore)
set(ADIT_VTK_SCENE_MODULES RenderingCore RenderingOpenGL2 RenderingUI RenderingFreeType RenderingAnnotation
  InteractionStyle IOImage IOExport)
set(ADIT_VTK_CHARTS_MODULES CommonCore CommonColor RenderingCore RenderingOpenGL2 RenderingContext2D RenderingContextOpenGL2 ChartsCore
  IOExport IOExportPDF)
set(ADIT_VTK_MODULES ${ADIT_VTK_IO_MODULES})
if(ADIT_VIEWER)
  list(APPEND ADIT_VTK_MODULES ${ADIT_VTK_GEOMETRY_MODULES} ${ADIT_VTK_SCENE_MODULES} ${ADIT_VTK_CHARTS_MODULES})
endif()
list(REMOVE_DUPLICATES ADIT_VTK_MODULES)
find_package(VTK 9.1 REQUIRED COMPONENTS ${ADIT_VTK_MODULES})

# adit_vtk(<module>...): the names as VTK's imported targets.
function(adit_vtk out)
  list(TRANSFORM ARGN PREPEND "VTK::")
  set(${out} ${ARGN} PARENT_SCOPE)
endfunction()

if(ADIT_VIEWER)
  find_package(CLI11 REQUIRED)
  find_package(glfw3 REQUIRED)
  find_package(GLEW REQUIRED)
  find_package(OpenGL REQUIRED COMPONENTS OpenGL EGL)
  pkg_check_modules(ffmpeg REQUIRED IMPORTED_TARGET libavcodec libavformat libavutil libswscale)
  pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
  # Debian's libimgui.a holds the FreeType rasteriser, but its pkg-config file does not name FreeType.
  pkg_check_modules(freetype REQUIRED IMPORTED_TARGET freetype2)
  target_link_libraries(PkgConfig::imgui INTERFACE PkgConfig::freetype)
endif()
