#!/usr/bin/env bash
# Makes the sample model again from nothing: draws scenes to learn from, to choose by and to be measured by,
# trains, measures, and puts the model beside the samples. About half an hour on two quiet cores.
#
#   Samples/train-model.sh [DIRECTORY]    the scenes are kept there, else in a temporary directory
set -euo pipefail
cd "$(dirname "$0")/.."

scenes=${1:-$(mktemp -d)}
swift build -c release --product loopbox
swift build -c release --product loopbox-samples
bin=$(swift build -c release --show-bin-path)

# No scene is in two of the sets, nor among the samples.
"$bin/loopbox-samples" scenes --seed 1000001 --count 10480 "$scenes/train"
"$bin/loopbox-samples" scenes --seed 5000001 --count 120 "$scenes/validation"
"$bin/loopbox-samples" scenes --seed 9000001 --count 400 "$scenes/held-out"

# New scenes teach more than old ones changed by augmentation, and cost less.
"$bin/loopbox" train --train "$scenes/train" --validation "$scenes/validation" -o "$scenes/model.tar.gz" \
    --base-network small --optimizer adam --learning-rate 0.001 --lr-scheduler-step 3 --epochs 4 \
    --mini-batch-size 16 --no-augmentation --seed 1 --resume
"$bin/loopbox" evaluate --model "$scenes/model.tar.gz" --data "$scenes/held-out"
cp "$scenes/model.tar.gz" Samples/model.tar.gz
