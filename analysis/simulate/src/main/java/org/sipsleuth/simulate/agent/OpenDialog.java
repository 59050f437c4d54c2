package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.message.Signal;

/// An established dialog of a call, for those who send requests in it.
interface OpenDialog {

    Dialog dialog();

    /// Whether the dialog has ended.
    boolean isOver();

    /// A re-INVITE that was sent in it received its final response.
    void reinvited(Signal response);

    /// Repeats a request that was refused because both sides sent one at the same time (RFC 3261
    /// §14.1).
    void afterGlare(Runnable again);

    /// Ends the dialog with BYE.
    void hangUp();
}
