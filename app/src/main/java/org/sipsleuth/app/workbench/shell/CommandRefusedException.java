package org.sipsleuth.app.workbench.shell;

import java.io.Serial;
import org.sipsleuth.view.ui.Texts;

/// There is no command for what the window shows; the message is a sentence that says why.
public final class CommandRefusedException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private CommandRefusedException(String sentence) {
        super(sentence);
    }

    /// With the sentence of a text.
    public static CommandRefusedException of(String key, Object... arguments) {
        return new CommandRefusedException(Texts.text(key, arguments));
    }
}
