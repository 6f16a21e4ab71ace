"""Our rendering core beside its peers: same document, same data, ratios within one run."""
