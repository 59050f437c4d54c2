/// Days and weeks of offices, with or without attacks.
///
/// In: settings. Out: calls and registrations over hours or days.
@NullMarked
package org.sipsleuth.simulate.scenario.day;

import org.jspecify.annotations.NullMarked;
