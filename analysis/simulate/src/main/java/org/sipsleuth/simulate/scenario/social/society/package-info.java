/// The members of an organisation and the people outside.
///
/// In: sizes. Out: who calls and who is called, day by day.
@NullMarked
package org.sipsleuth.simulate.scenario.social.society;

import org.jspecify.annotations.NullMarked;
