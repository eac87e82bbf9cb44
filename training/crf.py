"""A linear-chain conditional random field over label scores (Lafferty, McCallum and Pereira 2001), in torch."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Chain(nn.Module):
    """Scores of a label following another; `nll` is the negative log likelihood of a right path."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(labels, labels))
        self.begins = nn.Parameter(torch.zeros(labels))

    def nll(self, scores: Tensor, path: Tensor, known: Tensor) -> Tensor:
        """Mean over the words of a batch; scores (batch, words, labels), path and known (batch, words).

        The words that count stand in front: `known` is true up to the length of each story.
        """
        batch = torch.arange(len(scores))
        total = self.begins + scores[:, 0]
        right = total[batch, path[:, 0]]
        for i in range(1, scores.shape[1]):
            step = torch.logsumexp(total.unsqueeze(2) + self.transitions, dim=1) + scores[:, i]
            gain = self.transitions[path[:, i - 1], path[:, i]] + scores[batch, i, path[:, i]]
            total = torch.where(known[:, i, None], step, total)
            right = right + torch.where(known[:, i], gain, torch.zeros_like(gain))
        return (torch.logsumexp(total, dim=1) - right).sum() / known.sum()
