package org.sipsleuth.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How a model came about.
///
/// @param description the training set in a few words, as findings name it: `normal traffic of one
///     office day`
/// @param inputs the files that were trained on
/// @param counts how much of what was trained on, by method: `dialogs`, `sequences` …
/// @param seed of all that was drawn
/// @param epochs how often the network saw all of it; 0 for what has no epochs
public record Training(String description, List<Input> inputs, Facts counts, long seed, int epochs, Origin origin) {

    private static final int LONGEST_DESCRIPTION = 500;

    public Training {
        inputs = List.copyOf(inputs);
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("the description is longer than 500 characters");
        }
        if (epochs < 0) {
            throw new IllegalArgumentException("epochs cannot be negative");
        }
    }

    /// A file that was trained on.
    ///
    /// @param file its name without its folder
    /// @param sha256 in lower-case hexadecimal
    /// @param messages how many SIP messages it gave; 0 for a table of call records
    /// @param dialogs how many dialogs it gave; of a table, how many calls
    public record Input(String file, String sha256, long messages, long dialogs) {

        private static final long MOST = 1_000_000_000_000L;

        public Input {
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a SHA-256 has 64 digits of 0-9 and a-f");
            }
            if (!isCount(messages) || !isCount(dialogs)) {
                throw new IllegalArgumentException("a count is 0 to 1,000,000,000,000");
            }
        }

        /// A table of call records, which has no messages.
        ///
        /// @param calls how many calls it gave
        public static Input ofTable(String file, String sha256, long calls) {
            return new Input(file, sha256, 0, calls);
        }

        /// Whether it is a table of call records: a capture without messages has no dialogs.
        public boolean isTable() {
            return messages == 0 && dialogs > 0;
        }

        private static boolean isCount(long number) {
            return number >= 0 && number <= MOST;
        }
    }

    /// Who made a model, when, and what others may do with it.
    ///
    /// @param program the version of SipSleuth that trained it
    /// @param trainedAt when, in whole seconds; given by the caller, so that the same training can
    ///     give the same file
    /// @param dataLicence under which terms the training data, and so the model, may be passed on
    public record Origin(String program, Instant trainedAt, String dataLicence) {
        public Origin {
            trainedAt = trainedAt.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /// How many dialogs were trained on, in all inputs.
    public long dialogs() {
        return inputs.stream().mapToLong(Input::dialogs).sum();
    }

    /// How many messages were trained on, in all inputs.
    public long messages() {
        return inputs.stream().mapToLong(Input::messages).sum();
    }
}
