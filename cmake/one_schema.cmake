# Joins the schema's files (FILES, in order of use) into OUT, one file that reads alone: what is
# published beside the log so that a stranger can decode it with `capnp decode --flat`.
set(text "# The schema of the entries beside this file, in one piece.\n\n@0xd3b2f5c0a4e19687;\n")
foreach(file ${FILES})
  file(READ ${file} part)
  string(REGEX REPLACE "\n@0x[0-9a-f]+;" "" part "${part}")
  string(REGEX REPLACE "\nusing [A-Za-z]+ = import [^\n]*" "" part "${part}")
  string(REGEX REPLACE "\n\\$Cxx[^\n]*" "" part "${part}")
  string(REGEX REPLACE "\\$A\\." "$" part "${part}")
  string(REGEX REPLACE "([^A-Za-z.])(A|Common|Identity|Participation|Initiative|Meeting|Feedback|Evidence|Decision|Signoff|Credit|Payment|Standard)\\.([A-Z])" "\\1\\3" part "${part}")
  string(APPEND text "\n${part}")
endforeach()
file(WRITE ${OUT} "${text}")
