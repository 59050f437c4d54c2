/// Labs, keys and hand-ins as files: read, checked, unpacked and written.
///
/// In: a folder or a zip that anybody may have made. Out: [org.sipsleuth.lab.format.Lab] and
/// [org.sipsleuth.lab.format.Key], or every mistake with its line.
@NullMarked
package org.sipsleuth.lab.format;

import org.jspecify.annotations.NullMarked;
