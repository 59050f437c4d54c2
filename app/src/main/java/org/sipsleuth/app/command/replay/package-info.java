/// What `sipsleuth replay` lists.
@NullMarked
package org.sipsleuth.app.command.replay;

import org.jspecify.annotations.NullMarked;
