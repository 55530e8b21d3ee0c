// audit/report/forms.h
//
// One report, four looks: for a terminal, for repositories and minutes, for everybody, for
// machines. Formats: docs/formats/reports.md.

#pragma once

#include <string>

#include "audit/report/report.h"

namespace minutebook {

/// Plain text, at most 100 columns; no escape sequences.
std::string textForm(const Report& report);
/// GitHub-flavoured Markdown; numbers link to the entries at its end.
std::string markdownForm(const Report& report);
/// One self-contained HTML file without scripts. Source: WCAG 2.2, levels A and AA.
std::string htmlForm(const Report& report);
/// One JSON document; "schema" says which report and version it is.
std::string jsonForm(const Report& report);

}  // namespace minutebook
