package org.sipsleuth.hostile;

import java.util.Arrays;
import java.util.function.Consumer;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.fuzz.MessageCheck;
import org.sipsleuth.sip.SdpParser;
import org.sipsleuth.sip.SessionDescription;

/// Something that is done with hostile bytes.
public enum Job implements Consumer<byte[]> {
    /// Reads a capture, and asks for all that its dialogs show.
    CAPTURE {
        @Override
        public void accept(byte[] file) {
            if (file.length > 0) {
                show(Reader.index(file));
            }
        }
    },

    /// Reads a message, and asks for all that it says.
    MESSAGE {
        @Override
        public void accept(byte[] message) {
            MessageCheck.isSound(message);
        }
    },

    /// Reads a session description, and its codecs.
    SESSION {
        @Override
        public void accept(byte[] session) {
            SdpParser.read(session, 0, session.length);
            SessionDescription.codecs(session, 0, session.length);
        }
    },

    /// Looks at each byte once.
    ONCE {
        @Override
        public void accept(byte[] bytes) {
            pairs(bytes, 1);
        }
    },

    /// Looks at each byte once for each byte, as nothing else may.
    FOR_EACH {
        @Override
        public void accept(byte[] bytes) {
            pairs(bytes, bytes.length);
        }
    },

    /// Copies all bytes for each sixteenth byte, as nothing else may.
    COPIES {
        @Override
        public void accept(byte[] bytes) {
            for (int i = 0; i < bytes.length; i += 16) {
                Arrays.copyOfRange(bytes, 0, bytes.length);
            }
        }
    };

    private static void pairs(byte[] bytes, int others) {
        for (int i = 0; i < bytes.length; i++) {
            for (int k = 0; k < others; k++) {
                bytes[k] ^= bytes[i];
            }
        }
    }

    private static void show(SipIndex index) {
        DialogTable dialogs = index.dialogs();
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            Ladder.of(index, index.messagesOf(dialog));
            dialogs.callId(dialog);
            dialogs.sequenceText(dialog);
            dialogs.caller(dialog);
            dialogs.userAgent(dialog);
            dialogs.codecs(dialog);
            DialogOutcome.of(index, dialog).state();
        }
    }
}
