/// Pages of the window as the workbench sees them: it holds a list of pages and knows none by name.
///
/// In: what a page is given to work with. Out: its content, badge, commands, and the pane that it
/// adds beside the ladder.
@NullMarked
package org.sipsleuth.view.session.page;

import org.jspecify.annotations.NullMarked;
