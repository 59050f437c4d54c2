/// How the legs of calls are searched for, as the user wants it.
///
/// In: the names of header fields, the least confidence. Out: settings for
/// [org.sipsleuth.view.session.leg.LegRun], remembered from one start to the next.
@NullMarked
package org.sipsleuth.view.legs;

import org.jspecify.annotations.NullMarked;
