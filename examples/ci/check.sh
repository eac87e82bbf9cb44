#!/bin/bash
# Any other CI: check the stories under the folders given and leave the results beside them.
#
#     check.sh FOLDER...
set -euo pipefail
attribution check --redact --output sarif=attribution.sarif --output junit=attribution.xml -- "$@"
