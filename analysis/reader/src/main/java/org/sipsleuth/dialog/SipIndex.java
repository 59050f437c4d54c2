package org.sipsleuth.dialog;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipParser;

/// All SIP messages and dialogs of some capture files, as one immutable whole.
///
/// Messages have numbers from 0 in the order of their time over all files ([MessageOrder]), but for
/// those whose stream waited for bytes long: they come when it waits no more. Dialogs have numbers
/// from 0 in the order of their first message. An index holds numbers and interned names; the files
/// stay mapped, and the text of a message is read from them when it is asked for. [CaptureIndexer]
/// builds it.
public final class SipIndex {

    private final List<CaptureSummary> files;
    private final List<CaptureFile> captures;
    private final MessageTable messages;
    private final DialogTable dialogs;
    private final MessageBytes bytes;
    private final Set<Concealed> concealed;

    SipIndex(List<CaptureSummary> files, List<CaptureFile> captures, MessageTable messages, DialogTable dialogs,
            MessageBytes bytes) {
        this(files, captures, messages, dialogs, bytes, Set.of());
    }

    private SipIndex(List<CaptureSummary> files, List<CaptureFile> captures, MessageTable messages, DialogTable dialogs,
            MessageBytes bytes, Set<Concealed> concealed) {
        this.files = List.copyOf(files);
        this.captures = List.copyOf(captures);
        this.messages = messages;
        this.dialogs = dialogs;
        this.bytes = bytes;
        this.concealed = Set.copyOf(concealed);
    }

    /// Of two states of a capture that grows the one with more messages. All numbers of the other one
    /// hold in it, so that it has everything that was found in either; not the other way round.
    public static SipIndex later(SipIndex one, SipIndex other) {
        return other.messages.size() > one.messages.size() ? other : one;
    }

    /// The same messages, of which less is stated.
    public SipIndex concealing(Set<Concealed> facts) {
        return facts.equals(concealed) ? this : new SipIndex(files, captures, messages, dialogs, bytes, facts);
    }

    /// Whether this must not be stated of its messages.
    public boolean conceals(Concealed fact) {
        return concealed.contains(fact);
    }

    /// One summary for each file, in the order they were given.
    public List<CaptureSummary> files() {
        return files;
    }

    /// The files themselves, to go through their frames again; in the same order.
    public List<CaptureFile> captures() {
        return captures;
    }

    /// The files as they were when they were opened, but for ring files. Whatever is read of
    /// messages counts only if they are unchanged afterwards.
    public OpenedFiles opened() {
        return CaptureIndexer.opened(captures);
    }

    /// The byte of a text log at which a message begins that is in no frame; nothing for one in a
    /// frame.
    ///
    /// @param frame its number in the file
    public OptionalLong logByte(int file, int frame) {
        return files.get(file).logByte(frame);
    }

    /// The same of a message.
    public OptionalLong logByte(int message) {
        return logByte(messages.file(message), messages.frame(message));
    }

    /// How the frame of a message is written where it is called so: `12`; of a text log, which has
    /// none, `log byte 2010`.
    public String frameText(int message) {
        return frameText(messages.file(message), messages.frame(message));
    }

    /// The same of any frame.
    public String frameText(int file, int frame) {
        return files.get(file).frameText(frame);
    }

    /// How a message is cited in a sentence: `frame 12`, or `log byte 2010`.
    public String citation(int message) {
        return citation(messages.file(message), messages.frame(message));
    }

    /// The same of any frame.
    public String citation(int file, int frame) {
        return files.get(file).citation(frame);
    }

    /// The same at the beginning of a line: `Frame 12`, or `Log byte 2010`.
    public String title(int message) {
        String citation = citation(message);
        return Character.toUpperCase(citation.charAt(0)) + citation.substring(1);
    }

    /// The message table.
    public MessageTable messages() {
        return messages;
    }

    /// The dialog table.
    public DialogTable dialogs() {
        return dialogs;
    }

    /// The numbers of a dialog's messages in order. Cost: the dialog's messages.
    public int[] messagesOf(int dialog) {
        int[] numbers = new int[dialogs.messageCount(dialog)];
        int message = dialogs.firstMessage(dialog);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = message;
            message = i + 1 < numbers.length ? messages.nextInDialog(message) : message;
        }
        return numbers;
    }

    /// A message's bytes, read from its file.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if that is known to have
    ///     changed
    public byte[] bytes(int message) {
        return bytes.of(message);
    }

    /// Copies a message's bytes to the beginning of `buffer`, if it has room for all of them.
    ///
    /// @return how many there are
    public int copy(int message, byte[] buffer) {
        return bytes.copy(message, buffer);
    }

    /// Where a message's bytes come from: the pieces of its file, or of several.
    public Provenance provenance(int message) {
        return bytes.provenance(message);
    }

    /// Parses a message's bytes into `layout` and yields the buffer that the layout speaks of.
    public byte[] layout(int message, SipLayout layout) {
        byte[] buffer = bytes(message);
        SipParser.parse(buffer, 0, buffer.length, messages.isCut(message), layout);
        return buffer;
    }

    /// A message read whole.
    public SipMessage message(int message) {
        return SipMessage.of(bytes(message), messages.isCut(message));
    }
}
