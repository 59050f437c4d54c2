package org.sipsleuth.capture;

/// The transport a message came over, as the `transport` column names it.
public enum Transport {
    UDP
}
