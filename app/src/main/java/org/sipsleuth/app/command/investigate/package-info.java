/// Training of models and findings on the command line.
@NullMarked
package org.sipsleuth.app.command.investigate;

import org.jspecify.annotations.NullMarked;
