package org.sipsleuth.dialog.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Reads messages of a dialog that are looked at several times once. One thread.
public final class ParsedMessages {

    /// Of a longer dialog the others are read each time.
    private static final int MOST_KEPT = 64;

    private final SipIndex index;
    private final Map<Integer, SipMessage> messages = new HashMap<>();
    private final Map<Integer, List<MediaDescription>> media = new HashMap<>();

    /// Initially none.
    public ParsedMessages(SipIndex index) {
        this.index = index;
    }

    /// Begins with another dialog.
    public void clear() {
        messages.clear();
        media.clear();
    }

    /// A message read whole.
    public SipMessage message(int message) {
        SipMessage known = messages.get(message);
        if (known != null) {
            return known;
        }
        SipMessage read = index.message(message);
        if (messages.size() < MOST_KEPT) {
            messages.put(message, read);
        }
        return read;
    }

    /// The media that a message describes ([SipMessage#knownMedia]).
    public List<MediaDescription> media(int message) {
        List<MediaDescription> known = media.get(message);
        if (known != null) {
            return known;
        }
        List<MediaDescription> read = message(message).knownMedia();
        if (media.size() < MOST_KEPT) {
            media.put(message, read);
        }
        return read;
    }
}
