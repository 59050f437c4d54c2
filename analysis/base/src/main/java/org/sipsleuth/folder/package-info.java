/// The folders of the user, and what the program keeps there by itself.
///
/// In: the environment. Out: paths, and native libraries that were unpacked once.
@NullMarked
package org.sipsleuth.folder;

import org.jspecify.annotations.NullMarked;
