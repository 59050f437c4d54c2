package org.sipsleuth.truth.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.file.CaptureCompanion;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TruthHead;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.UserFacts;

/// The content of a ground-truth file, stored compactly: 40 bytes or so for each dialog, 12 for
/// each message that is not normal. Immutable.
public final class TruthFile {

    private final TruthHead head;
    private final List<AttackFacts> attacks;
    private final NamedLabels<TruthLabel> dialogs;
    private final FrameLabels messages;
    private final NamedLabels<UserFacts> users;

    TruthFile(TruthHead head, List<AttackFacts> attacks, NamedLabels<TruthLabel> dialogs, FrameLabels messages,
            NamedLabels<UserFacts> users) {
        this.head = head;
        this.attacks = List.copyOf(attacks);
        this.dialogs = dialogs;
        this.messages = messages;
        this.users = users;
    }

    /// The ground-truth file of a capture, whether or not it exists: `x.truth.json` beside `x.pcap`
    /// ([CaptureCompanion#found]).
    public static Path beside(Path capture) {
        return CaptureCompanion.found(capture, CaptureCompanion.TRUTH);
    }

    /// Reads only the head of a file.
    ///
    /// @throws TruthFormatException if it is no truth
    public static TruthHead head(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(RegularFile.open(file));
                TruthReader reader = new TruthReader(in)) {
            return reader.head();
        } catch (JsonProcessingException e) {
            throw noJson(e);
        } catch (CharConversionException e) {
            throw noUtf8();
        }
    }

    /// Reads a file.
    ///
    /// @throws TruthFormatException if it is no truth, or is damaged
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TruthFile read(Path file, RunMonitor monitor) throws IOException {
        try (InputStream in = new BufferedInputStream(RegularFile.open(file));
                TruthReader reader = new TruthReader(in)) {
            return reader.read(monitor);
        } catch (JsonProcessingException e) {
            throw noJson(e);
        } catch (CharConversionException e) {
            throw noUtf8();
        }
    }

    private static TruthFormatException noUtf8() {
        return new TruthFormatException("It is not a ground-truth file (not UTF-8).");
    }

    private static TruthFormatException noJson(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return new TruthFormatException(place == null
                ? "It is not a ground-truth file (a value is too long or nested too deeply)."
                : "It is not valid JSON: line %d, column %d.".formatted(place.getLineNr(), place.getColumnNr()));
    }

    /// Its head.
    public TruthHead head() {
        return head;
    }

    /// All attacks, in order.
    public List<AttackFacts> attacks() {
        return attacks;
    }

    /// How many dialogs it names.
    public int dialogs() {
        return dialogs.size();
    }

    /// How many messages it names; those that are not normal.
    public int messages() {
        return messages.size();
    }

    /// What a dialog is; empty if it does not name it, as those of a real capture.
    public Optional<TruthLabel> ofDialog(String callId) {
        return dialogs.of(callId);
    }

    /// What a message is that it names.
    ///
    /// @param frame the frame that completes it, from 1
    /// @param place its place among the messages that the frame completes, from 0
    public Optional<TruthLabel> ofMessage(int frame, int place) {
        return messages.of(frame, place);
    }

    /// Which bytes of a message were changed on purpose.
    public List<MutatedBytes> mutations(int frame, int place) {
        return messages.mutations(frame, place);
    }

    /// What a user is.
    ///
    /// @param uri an address of record
    public Optional<TruthLabel> ofUser(String uri) {
        return user(uri).map(user -> new TruthLabel(user.trafficClass(), user.attack(), ""));
    }

    /// All that it states about a user.
    ///
    /// @param uri an address of record
    public Optional<UserFacts> user(String uri) {
        return users.of(uri);
    }

    /// How many users it names.
    public int users() {
        return users.size();
    }
}
