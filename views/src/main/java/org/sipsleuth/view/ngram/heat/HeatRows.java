package org.sipsleuth.view.ngram.heat;

/// The rows of a heat map. Any thread.
public interface HeatRows {

    /// No rows.
    HeatRows NONE = new NoRows();

    /// How many there are.
    int count();

    /// The frame of a row's message.
    int frame(int row);

    /// The cluster of a row, from 0; -1 if it belongs to none. Rows of a cluster are adjacent.
    int cluster(int row);

    /// The score of a row; higher is more anomalous.
    double score(int row);

    /// What the bytes of a row add. Cost: scoring one message.
    HeatRow compute(int row);
}
