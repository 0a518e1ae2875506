#include "reports/report.hpp"

namespace wayworth::reports {

RowSubject about_option(std::size_t option) {
  return {RowSubject::Kind::option, option};
}

RowSubject about_initiative(engine::InitiativeId initiative) {
  return {RowSubject::Kind::initiative, engine::index_of(initiative)};
}

}  // namespace wayworth::reports
