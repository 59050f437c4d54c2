package org.sipsleuth.view.ngram;

import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.ngram.heat.HeatRow;

/// The messages of a capture with their scores. Any thread.
interface ScoredMessages {

    /// The capture.
    SipIndex index();

    /// How many messages have a score.
    int size();

    /// The number of a message in the index.
    int message(int i);

    /// The place of a message that equals it, or -1 if it has no score.
    ///
    /// @param message its number in the index
    int placeOf(int message);

    /// The score of a message; higher is more anomalous.
    double score(int i);

    /// Its cluster, from 0; -1 for messages that are not anomalous.
    int cluster(int i);

    /// How many clusters there are.
    int clusters();

    /// From which score on a message is anomalous.
    double threshold();

    /// Whether a message is anomalous for its header fields, whatever its score.
    boolean isMarked(int i);

    /// How many of these score less than a threshold.
    int markedBelow(double threshold);

    /// Why the model does not fit the capture; empty if it does.
    String misfit();

    /// How the model's own network has changed since training; empty if it has not.
    String drift();

    /// The model, in words.
    String model();

    /// What each byte of a message adds. Cost: scoring it.
    ///
    /// @param i as in [#message]
    HeatRow heat(int i);

    /// What moved the score of a message. Cost: some milliseconds.
    ///
    /// @param i as in [#message]
    Explained explain(int i);
}
