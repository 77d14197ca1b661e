"""Static analysis results in SARIF 2.1.0."""
